import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components/Button';
import './button.css';
import { Icon, type IconName } from './icons/icon.js';
import { KeyHint, keyShortcuts } from './key-hint.js';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: ((event: PressEvent) => void) | undefined;
  /** `primary` once a view; `danger` for what cannot be undone. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'normal' | 'large' | undefined;
  readonly icon?: IconName | undefined;
  /** Behind the words: an arrow onward, a chevron that opens. */
  readonly endIcon?: IconName | undefined;
  /** Shows only the icon; the words stay the accessible name. */
  readonly iconOnly?: boolean | undefined;
  /** The key that does the same; binding it is the screen's work. */
  readonly keyHint?: string | undefined;
  /** Shows that it is under way; further presses do nothing, focus stays. */
  readonly pending?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  /** For a button that stays pressed, such as a filter. */
  readonly pressed?: boolean | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  /** What it opens, and whether that is open. */
  readonly opens?: 'menu' | undefined;
  readonly isOpen?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly id?: string | undefined;
  readonly form?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/**
 * What does something here; what leads elsewhere is a `LinkButton`. `label` is the accessible name where the
 * words alone would not say enough.
 */
export function Button(props: ButtonProps) {
  const {
    children,
    variant = 'secondary',
    size = 'normal',
    icon,
    endIcon,
    iconOnly = false,
    keyHint,
    pending = false,
    disabled,
    pressed,
    label,
    describedBy,
    onPress,
    type,
    opens,
    isOpen,
    ...rest
  } = props;
  const given = Object.fromEntries(
    Object.entries({
      ...rest,
      // The library's own pending state announces a button by reference, which points nowhere once the button
      // has done its work and is gone.
      onPress: pending ? undefined : onPress,
      type: pending && type === 'submit' ? 'button' : type,
      'aria-disabled': pending || undefined,
      'data-pending': pending || undefined,
      isDisabled: disabled,
      'aria-pressed': pressed,
      'aria-haspopup': opens,
      'aria-expanded': isOpen,
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-keyshortcuts': keyShortcuts(keyHint),
    }).filter(([, value]) => value !== undefined),
  );
  return (
    <AriaButton
      className="button"
      data-variant={variant}
      data-size={size}
      data-icon-only={iconOnly || undefined}
      {...given}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className={iconOnly ? 'visually-hidden' : 'button-words'}>{children}</span>
      {endIcon !== undefined && !iconOnly && <Icon name={endIcon} />}
      {keyHint !== undefined && !iconOnly && <KeyHint keys={keyHint} />}
    </AriaButton>
  );
}
