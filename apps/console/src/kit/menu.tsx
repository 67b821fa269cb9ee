import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button, type ButtonVariant } from './button.js';
import { Icon, type IconName } from './icons/icon.js';
import './menu.css';

export interface MenuAction<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  /** It leads somewhere instead of doing something. */
  readonly href?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
}

export interface MenuProps<Id extends string> {
  readonly children: ReactNode;
  readonly actions: readonly MenuAction<Id>[];
  readonly onAction: (id: Id) => void;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconOnly?: boolean | undefined;
}

/** A button that opens a list of actions; for the rare ones, since what is used weekly deserves a button. */
export function Menu<Id extends string>({ children, actions, onAction, variant, size, icon, iconOnly }: MenuProps<Id>) {
  const act = (key: unknown): void => {
    const action = actions.find((each) => each.id === key);
    if (action !== undefined) onAction(action.id);
  };
  return (
    <MenuTrigger>
      <Button variant={variant} size={size} icon={icon} endIcon="chevronDown" iconOnly={iconOnly}>{children}</Button>
      <Popover className="menu-popover" placement="bottom start">
        <AriaMenu className="menu" onAction={act}>
          {actions.map((action) => (
            <MenuItem key={action.id} id={action.id} textValue={action.label} className="menu-item" data-danger={action.danger || undefined}
              isDisabled={action.disabled === true} {...(action.href === undefined ? {} : { href: action.href })}>
              {action.icon !== undefined && <Icon name={action.icon} />}
              <span className="menu-words"><span>{action.label}</span>{action.hint !== undefined && <span className="menu-hint">{action.hint}</span>}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
