"""The language server: one module a method. It translates between an editor and a live project, and analyses
nothing itself."""
