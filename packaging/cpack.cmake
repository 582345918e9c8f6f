# The Debian package: `./dev package`.
set(ZALO_PACKAGE_CONTACT "The Zalo Companion authors <zalo-companion@packages.invalid>" CACHE STRING
    "Who answers for the package: its Maintainer field")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zalo-companion)
set(CPACK_PACKAGE_VENDOR "The Zalo Companion authors")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_SOURCE_DIR}/dist)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${ZALO_PACKAGE_CONTACT})
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins that Qt loads while it runs, libcurl for the first file that is fetched, and the certificates that it
# trusts; no program links to them. Newer releases call libcurl4 another name.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libcurl4t64 | libcurl4, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, qt6-translations-l10n, fonts-noto-color-emoji")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "companion of OpenClaw for a personal Zalo account")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Zalo Companion signs a personal Zalo account in by QR code, keeps it
connected through the program zca, and relays messages between Zalo and a
Gateway of OpenClaw on the same machine, without losing one and without
sending one twice. It runs in the system tray, or without windows as a
service of the user.

The plugin for the Gateway is in /usr/share/zalo-companion/zalouser.
The program zca is not part of this package. Without it the program can be
tried on a simulator: zalo-companion --demo.

Automating a personal Zalo account is unofficial: Zalo may suspend it.")

include(CPack)
