# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for warnings and sanitizers; every target of the project links it privately.
add_library(bellwether_warnings INTERFACE)
target_compile_options(bellwether_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow)
if(BELLWETHER_WERROR)
  target_compile_options(bellwether_warnings INTERFACE -Werror)
endif()
if(BELLWETHER_SANITIZE)
  add_compile_options(-fsanitize=${BELLWETHER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BELLWETHER_SANITIZE})
endif()
if(BELLWETHER_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
