use zed_extension_api::{
    self as zed, serde_json::{json, Value}, settings::LspSettings, Command, LanguageServerId, Result, Worktree,
};

struct Shapelint;

impl zed::Extension for Shapelint {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree)?.binary;
        let (path, arguments) = binary.map_or((None, None), |b| (b.path, b.arguments));
        Ok(Command {
            command: path
                .or_else(|| worktree.which("shapelint"))
                .ok_or("no shapelint on the PATH: pip install 'shapelint[server]', or set lsp.shapelint.binary.path")?,
            args: arguments.unwrap_or_else(|| vec!["server".into()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        let settings = LspSettings::for_worktree(id.as_ref(), worktree)?.settings;
        Ok(Some(json!({ "shapelint": settings.unwrap_or_else(|| json!({})) })))
    }
}

zed::register_extension!(Shapelint);
