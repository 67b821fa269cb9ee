import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icons/icon.js';
import type { MenuAction } from './menu-action.js';
import './menu.css';

export interface MenuListProps {
  /** It opens below this button and gives the focus back to it. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** The button's identifier: the list is named as it is. */
  readonly labelledBy: string;
  readonly actions: readonly MenuAction<string>[];
  readonly onAction: (key: unknown) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What a menu's button opens. */
export function MenuList({ button, labelledBy, actions, onAction, isOpen, onOpenChange }: MenuListProps) {
  return (
    <Popover
      className="menu-popover"
      trigger="MenuTrigger"
      aria-labelledby={labelledBy}
      placement="bottom start"
      triggerRef={button}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Menu
        className="menu"
        aria-labelledby={labelledBy}
        autoFocus="first"
        onAction={onAction}
        onClose={() => {
          onOpenChange(false);
        }}
      >
        {actions.map((action) => (
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            className="menu-item"
            data-danger={action.danger || undefined}
            isDisabled={action.disabled === true}
            {...(action.href === undefined ? {} : { href: action.href })}
          >
            {action.icon !== undefined && <Icon name={action.icon} />}
            <span className="menu-words">
              <span>{action.label}</span>
              {action.hint !== undefined && <span className="menu-hint">{action.hint}</span>}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
