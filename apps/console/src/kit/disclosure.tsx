import type { ReactNode } from 'react';
import './disclosure.css';
import { Icon } from './icons/icon.js';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean | undefined;
  readonly onToggle?: ((isOpen: boolean) => void) | undefined;
}

/** More for who wants it: the browser's own, so it is found by search in the page and opens for print by hand. */
export function Disclosure({ title, children, isOpen, onToggle }: DisclosureProps) {
  return (
    <details
      className="disclosure"
      open={isOpen}
      onToggle={(event) => {
        onToggle?.(event.currentTarget.open);
      }}
    >
      <summary>
        <Icon name="chevronRight" />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
