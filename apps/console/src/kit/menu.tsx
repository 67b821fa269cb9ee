import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';
import { Button, type ButtonVariant } from './button.js';
import type { IconName } from './icons/icon.js';
import { MenuAction } from './menu-action.js';

// Fetched when a menu is first opened: every page has one, few open it.
const MenuList = lazy(() => import('./menu-list.js').then((module) => ({ default: module.MenuList })));

export interface MenuProps<Id extends string> {
  readonly children: ReactNode;
  readonly actions: readonly MenuAction<Id>[];
  readonly onAction: (id: Id) => void;
  /** For what an action needs and few open: it is fetched with the list. */
  readonly onOpen?: (() => void) | undefined;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  readonly icon?: IconName | undefined;
  readonly iconOnly?: boolean | undefined;
}

/** A button that opens a list of actions; for the rare ones, since what is used weekly deserves a button. */
export function Menu<Id extends string>({
  children,
  actions,
  onAction,
  onOpen,
  variant,
  size,
  icon,
  iconOnly,
}: MenuProps<Id>) {
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const open = (): void => {
    setWanted(true);
    setOpen(true);
    onOpen?.();
  };
  const act = (key: unknown): void => {
    const action = actions.find((each) => each.id === key);
    if (action !== undefined) onAction(action.id);
  };
  return (
    <>
      <Button
        ref={button}
        id={id}
        variant={variant}
        size={size}
        icon={icon}
        endIcon="chevronDown"
        iconOnly={iconOnly}
        opens="menu"
        isOpen={isOpen}
        onPress={open}
      >
        {children}
      </Button>
      {isWanted && (
        <Suspense>
          <MenuList
            button={button}
            labelledBy={id}
            actions={actions}
            onAction={act}
            isOpen={isOpen}
            onOpenChange={setOpen}
          />
        </Suspense>
      )}
    </>
  );
}
