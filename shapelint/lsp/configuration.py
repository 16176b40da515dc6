"""`workspace/configuration`, and the files that are watched."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from shapelint.lsp import workspace_diagnostics
from shapelint.lsp.server import ShapelintServer
from shapelint.lsp.settings import SECTION, WORKSPACE, settings_of
from shapelint.project.config import FILES

WATCHED = ("**/*.py", "**/*.pyi", "**/*.ipynb", "**/.gitignore", *(f"**/{name}" for name in FILES))

FILES_CHANGED = "shapelint-files"


def register(server: ShapelintServer) -> None:
    """Follow the editor's settings and what changes on the disk."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        said = params.initialization_options
        if isinstance(said, dict):
            said = said.get("settings", said)
            said = said.get(SECTION, said) if isinstance(said, dict) else None
        server.initial_settings = said
        server.settings, _ = settings_of(said)
        if server.settings[WORKSPACE]:
            # offered only then: some editors that can ask do not ask about what is open as often
            workspace_diagnostics.register(server)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        try:
            await _read_settings(server)
            await _register(server)  # last: what is pushed while it waits goes over what was read
        finally:
            server.ready.set()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def changed(params: types.DidChangeConfigurationParams) -> None:
        said = params.settings
        await _read_settings(server, said.get(SECTION) if isinstance(said, dict) else None)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.settings_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        await _read_settings(server)


async def _register(server: ShapelintServer) -> None:
    """Ask to be told of changes, where the editor wants to be asked."""
    workspace = server.client_capabilities.workspace
    if workspace is None:
        return
    wanted: list[types.Registration] = []
    files, settings = workspace.did_change_watched_files, workspace.did_change_configuration
    if files is not None and files.dynamic_registration:
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted.append(types.Registration(FILES_CHANGED, method, options))
    if settings is not None and settings.dynamic_registration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        wanted.append(types.Registration("shapelint-settings", method, {"section": SECTION}))
    if not wanted:
        return
    try:
        await server.client_register_capability_async(types.RegistrationParams(wanted))
    except JsonRpcException as error:
        server.log(f"changes are not followed: {error}")
    else:
        server.sees_changes = any(w.id == FILES_CHANGED for w in wanted)


async def _read_settings(server: ShapelintServer, pushed: object = None) -> None:
    """Read what the editor says of the whole, and of each folder of the workspace."""
    said: list[object] = [pushed]
    folders = server.folders
    workspace = server.client_capabilities.workspace
    if workspace is not None and workspace.configuration:
        items = [
            types.ConfigurationItem(section=SECTION),
            *(types.ConfigurationItem(uri, SECTION) for uri in folders.values()),
        ]
        try:
            said = list(
                await server.workspace_configuration_async(types.ConfigurationParams(items))
            )
        except JsonRpcException as error:
            server.log(f"the settings cannot be read: {error}")
    whole, *single = [settings_of(server.initial_settings, s) for s in said]
    server.settings = whole[0]
    server.folder_settings = {
        f: settings for f, (settings, _) in zip(folders, single, strict=False)
    }
    for fault in dict.fromkeys(fault for _, faults in (whole, *single) for fault in faults):
        server.log(fault)
    server.settings_changed()
