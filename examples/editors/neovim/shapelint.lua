-- shapelint in Neovim: `require("shapelint").setup()`, or `setup({ cmd = { ".venv/bin/shapelint", "server" } })`.
local M = {}

M.config = {
  name = "shapelint",
  cmd = { "shapelint", "server" },
  filetypes = { "python" },
  root_markers = { "shapelint.toml", "pyproject.toml", "setup.py", ".git" },
  settings = { shapelint = { inlayHints = { enable = true, maxLength = 40 } } },
}

-- What Neovim shows only when asked to.
local function attached(client, buffer)
  local offers = client.server_capabilities
  if vim.lsp.inlay_hint and offers.inlayHintProvider then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  if not offers.codeLensProvider then
    return
  end
  if vim.lsp.codelens.enable then -- 0.12
    vim.lsp.codelens.enable(true, { bufnr = buffer })
    return
  end
  vim.api.nvim_create_autocmd({ "BufEnter", "CursorHold", "InsertLeave" }, {
    buffer = buffer,
    callback = function()
      vim.lsp.codelens.refresh({ bufnr = buffer })
    end,
  })
end

local function root_of(file, markers)
  local beside = vim.fn.fnamemodify(file, ":p:h")
  for _, marker in ipairs(markers) do
    local folder, inner = beside, nil
    while folder ~= inner do
      if vim.loop.fs_stat(folder .. "/" .. marker) then
        return folder
      end
      folder, inner = vim.fn.fnamemodify(folder, ":h"), folder
    end
  end
  return beside
end

-- Before 0.11 there is no vim.lsp.config, before 0.8 no vim.lsp.start.
local clients = {}

local function start(config, buffer)
  local root = root_of(vim.api.nvim_buf_get_name(buffer), config.root_markers)
  local client = vim.tbl_extend("force", config, { root_dir = root })
  if vim.lsp.start then
    vim.lsp.start(client, { bufnr = buffer })
    return
  end
  if not clients[root] or vim.lsp.client_is_stopped(clients[root]) then
    clients[root] = vim.lsp.start_client(client)
  end
  if clients[root] then
    vim.lsp.buf_attach_client(buffer, clients[root])
  end
end

function M.setup(overrides)
  local config = vim.tbl_deep_extend("force", M.config, { on_attach = attached }, overrides or {})
  if vim.lsp.config then
    vim.lsp.config("shapelint", config)
    vim.lsp.enable("shapelint")
    return
  end
  vim.api.nvim_create_autocmd("FileType", {
    pattern = config.filetypes,
    callback = function(event)
      start(config, event.buf)
    end,
  })
end

return M
