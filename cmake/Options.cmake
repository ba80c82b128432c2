# One target that carries every compile option of the project; all others link it.
add_library(slipway_options INTERFACE)
target_compile_features(slipway_options INTERFACE cxx_std_20)
target_compile_options(slipway_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    # GCC 12 sees uninitialised members in every std::variant that is moved (GCC bug 80635).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    # GCC decides about warnings: Clang, which builds the fuzzers alone, has others.
    $<$<AND:$<BOOL:${SLIPWAY_WERROR}>,$<CXX_COMPILER_ID:GNU>>:-Werror>
    $<$<CONFIG:Debug>:-Og>)
target_compile_definitions(slipway_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS>
    $<$<NOT:$<BOOL:${SLIPWAY_CRASH_POINTS}>>:SLIPWAY_NO_CRASH_POINTS>
    SLIPWAY_VERSION="${PROJECT_VERSION}")
target_include_directories(slipway_options INTERFACE ${PROJECT_SOURCE_DIR})
if(SLIPWAY_SANITIZE)
    target_compile_options(slipway_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
    target_link_options(slipway_options INTERFACE -fsanitize=address,undefined)
endif()
if(SLIPWAY_FUZZ)
    target_compile_options(slipway_options INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
    target_link_options(slipway_options INTERFACE -fsanitize=address,undefined)
endif()
