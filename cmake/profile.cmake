# SPDX-License-Identifier: GPL-3.0-or-later
# The core optimised by a profile of realistic work (GCC 12 or later): `./dev build` builds it once
# to be counted (BELLWETHER_PROFILE=record), runs tests/training, and builds it again by what was
# counted (use). docs/performance.md says what that gives.
set(BELLWETHER_PROFILE "" CACHE STRING "A profile of the core: record it, or use it where it is")
set(BELLWETHER_PROFILE_DIR "" CACHE PATH "The folder of that profile")

function(bellwether_profile target)
  if(NOT BELLWETHER_PROFILE)
    return()
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 12)
    if(BELLWETHER_PROFILE STREQUAL "record")
      message(FATAL_ERROR "A profile is recorded with GCC 12 or later, not with ${CMAKE_CXX_COMPILER}")
    endif()
    message(STATUS "Optimised without a profile: that takes GCC 12 or later")
    return()
  endif()
  # The two builds are in folders of their own: a profile is found by the path within them.
  set(place "-fprofile-prefix-path=${CMAKE_BINARY_DIR}")
  if(BELLWETHER_PROFILE STREQUAL "record")
    target_compile_options(${target} PRIVATE "-fprofile-generate=${BELLWETHER_PROFILE_DIR}" "${place}"
      -fprofile-update=prefer-atomic)
    target_link_options(${target} INTERFACE -fprofile-generate)
    return()
  endif()
  file(GLOB profile LIST_DIRECTORIES false ${BELLWETHER_PROFILE_DIR}/*.gcda)
  if(NOT profile)
    message(STATUS "Optimised without a profile: none in ${BELLWETHER_PROFILE_DIR}")
    return()
  endif()
  # What the training does not do is optimised as usual, not for size; a file changed since counts as such.
  target_compile_options(${target} PRIVATE "-fprofile-use=${BELLWETHER_PROFILE_DIR}" "${place}"
    -fprofile-partial-training -fprofile-correction -Wno-missing-profile -Wno-coverage-mismatch)
  # Knowing how long a text usually is, GCC copies it by itself, and slower than the library does.
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(${target} PRIVATE -mmemcpy-strategy=libcall:-1:noalign)
  endif()
endfunction()
