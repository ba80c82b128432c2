# slipway_library(NAME SOURCES files... LINKS targets...)
# One static library for each folder: what it does not link, it cannot use, so the linker
# keeps the arrows between core's folders too.
function(slipway_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(slipway_${name} STATIC ${arg_SOURCES})
    set_target_properties(slipway_${name} PROPERTIES AUTOMOC ON)
    if(SLIPWAY_PCH)
        target_precompile_headers(slipway_${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.h)
    endif()
    target_link_libraries(slipway_${name}
        PUBLIC slipway_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()

# slipway_test_program(NAME SOURCES files... LINKS targets...): an executable that uses Qt Test
function(slipway_test_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON
        RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LINKS})
    target_compile_definitions(${name} PRIVATE
        SLIPWAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        SLIPWAY_BINARY_DIR="${PROJECT_BINARY_DIR}"
        SLIPWAY_EXEC="${PROJECT_BINARY_DIR}/bin/slipway-exec"
        SLIPWAY_PROGRAM="${PROJECT_BINARY_DIR}/bin/slipway")
endfunction()

# slipway_test(NAME SOURCES files... LINKS targets... [LABELS labels...] [TIMEOUT seconds])
function(slipway_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    slipway_test_program(${name} SOURCES ${arg_SOURCES} LINKS ${arg_LINKS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "LC_ALL=C.UTF-8;QT_QPA_PLATFORM=offscreen;${arg_ENVIRONMENT}")
endfunction()
