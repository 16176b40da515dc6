;;; shapelint.el --- Tensor shapes by Eglot -*- lexical-binding: t -*-

;;; Commentary:
;; (require 'shapelint), and Python buffers have Eglot with `shapelint server'.

;;; Code:

(require 'eglot)

(defgroup shapelint nil
  "Tensor shapes in PyTorch and Keras source."
  :group 'tools)

(defcustom shapelint-command '("shapelint" "server")
  "The program that serves and its arguments."
  :type '(repeat string))

(defcustom shapelint-settings '(:inlayHints (:enable t :maxLength 40))
  "What the server asks for, as a property list."
  :type 'plist)

(add-to-list 'eglot-server-programs
             (cons '(python-mode python-ts-mode) (lambda (&rest _) shapelint-command)))

;; Projects may have settings of their own in .dir-locals.el: those stay.
(unless (default-value 'eglot-workspace-configuration)
  (setq-default eglot-workspace-configuration `(:shapelint ,shapelint-settings)))

(add-hook 'python-mode-hook #'eglot-ensure)
(add-hook 'python-ts-mode-hook #'eglot-ensure)

(provide 'shapelint)
;;; shapelint.el ends here
