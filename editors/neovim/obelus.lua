-- Obelus in Neovim, without a plugin. Neovim 0.10 or newer.
--
-- Copy this file to ~/.config/nvim/plugin/obelus.lua (Neovim loads it by itself), or load it from your
-- init.lua with `dofile`. `obelus` has to be on the PATH; else set vim.g.obelus_command before.

local command = vim.g.obelus_command or { 'obelus', 'lsp' }
local markers = { 'edition.toml', '.git' }
-- Findings are sent as one types, not only when Neovim asks for them.
local options = { diagnostics = 'push' }

vim.filetype.add({ extension = { obl = 'obelus' } })

if vim.lsp.config then
  -- Neovim 0.11 and newer
  vim.lsp.config('obelus', {
    cmd = command,
    filetypes = { 'obelus' },
    root_markers = markers,
    init_options = options,
  })
  vim.lsp.enable('obelus')
else
  -- Neovim 0.10
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'obelus',
    callback = function(event)
      vim.lsp.start({
        name = 'obelus',
        cmd = command,
        root_dir = vim.fs.root(event.buf, markers),
        init_options = options,
      }, { bufnr = event.buf })
    end,
  })
end

-- Prose is wrapped at words, and a comment begins with %.
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'obelus',
  callback = function()
    vim.opt_local.wrap = true
    vim.opt_local.linebreak = true
    vim.opt_local.commentstring = '% %s'
  end,
})

-- What words mean, as the server says, in the colours of your scheme.
local colours = {
  heading = 'Title',
  speaker = 'Identifier',
  unknownSpeaker = 'WarningMsg',
  person = 'Identifier',
  field = 'Label',
  supplied = 'String',
  explanation = 'Special',
  uncertain = 'WarningMsg',
  remark = 'Comment',
  citation = 'Constant',
  reference = 'Underlined',
  milestone = 'LineNr',
  apparatus = 'PreProc',
  comment = 'Comment',
}
for kind, group in pairs(colours) do
  vim.api.nvim_set_hl(0, '@lsp.type.' .. kind .. '.obelus', { link = group, default = true })
end
