# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for warnings and sanitizers; every target of the project links it privately.
add_library(bellwether_warnings INTERFACE)
target_compile_options(bellwether_warnings INTERFACE -Wall -Wextra -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 reports std::string's operator+ when it inlines it (GCC bug 105651, mended in 13).
  target_compile_options(bellwether_warnings INTERFACE -Wno-restrict)
endif()
if(BELLWETHER_WERROR)
  target_compile_options(bellwether_warnings INTERFACE -Werror)
endif()
if(BELLWETHER_SANITIZE)
  add_compile_options(-fsanitize=${BELLWETHER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${BELLWETHER_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND BELLWETHER_SANITIZE MATCHES "undefined")
    # UBSan ends the program where it finds something; AddressSanitizer, told to handle SIGILL, prints
    # where that was. Its own messages take as long to compile as all the rest. The one check that
    # cannot do without them (vptr) is in the fuzz preset; the core casts nothing to a derived class.
    add_compile_options(-fsanitize-undefined-trap-on-error)
  endif()
endif()
if(BELLWETHER_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
