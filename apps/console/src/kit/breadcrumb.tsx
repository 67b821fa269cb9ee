import { Children, type ReactNode } from 'react';
import { Icon } from './icons/icon.js';
import './skip-link.css';
import { useKitWords } from './words.js';

export interface BreadcrumbProps {
  /** Links, from the top down; the page itself is its `h1` and is left out. */
  readonly children: ReactNode;
}

/** Where a page lies, for pages two levels down and deeper. */
export function Breadcrumb({ children }: BreadcrumbProps) {
  const word = useKitWords();
  return (
    <nav aria-label={word('kit.breadcrumb')}>
      <ol className="breadcrumb">
        {Children.map(children, (link) => (
          <li>
            {link}
            <Icon name="chevronRight" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
