import type { AnchorHTMLAttributes, Ref } from 'react';
import './button.css';
import type { ButtonVariant } from './button.js';
import { Icon, type IconName } from './icons/icon.js';
import { KeyHint, keyShortcuts } from './key-hint.js';

export interface LinkButtonProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  readonly keyHint?: string | undefined;
  readonly ref?: Ref<HTMLAnchorElement> | undefined;
}

/**
 * A link that looks like a button: it leads elsewhere and opens in a new tab as links do. A plain anchor, so
 * that `createLink(LinkButton)` of the router fits.
 */
export function LinkButton({
  variant = 'secondary',
  size = 'normal',
  icon,
  keyHint,
  children,
  ...anchor
}: LinkButtonProps) {
  return (
    <a
      {...anchor}
      className="button"
      data-variant={variant}
      data-size={size}
      aria-keyshortcuts={keyShortcuts(keyHint)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-words">{children}</span>
      {keyHint !== undefined && <KeyHint keys={keyHint} />}
    </a>
  );
}
