"""`workspace/configuration`, and the files that are watched."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from shapelint.lsp.server import ShapelintServer
from shapelint.lsp.settings import SECTION, settings_of
from shapelint.project.config import FILES

WATCHED = ("**/*.py", "**/*.pyi", "**/*.ipynb", *(f"**/{name}" for name in FILES))


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

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await _watch(server)
        await _read_settings(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def changed(params: types.DidChangeConfigurationParams) -> None:
        said = params.settings
        await _read_settings(server, said.get(SECTION) if isinstance(said, dict) else None)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        server.settings_changed()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.settings_changed()


async def _watch(server: ShapelintServer) -> None:
    workspace = server.client_capabilities.workspace
    files = workspace.did_change_watched_files if workspace else None
    if files is None or not files.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(
        "shapelint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options
    )
    try:
        await server.client_register_capability_async(types.RegistrationParams([registration]))
    except JsonRpcException as error:
        server.log(f"files are not watched: {error}")


async def _read_settings(server: ShapelintServer, pushed: object = None) -> None:
    said = pushed
    workspace = server.client_capabilities.workspace
    if workspace is not None and workspace.configuration:
        items = [types.ConfigurationItem(section=SECTION)]
        try:
            answer = await server.workspace_configuration_async(types.ConfigurationParams(items))
            said = answer[0] if answer else None
        except JsonRpcException as error:
            server.log(f"the settings cannot be read: {error}")
    if said is None:
        said = server.initial_settings
    server.settings, faults = settings_of(said)
    for fault in faults:
        server.log(fault)
    server.settings_changed()

