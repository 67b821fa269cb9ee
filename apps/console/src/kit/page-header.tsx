import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import './layout.css';
import { useKitWords } from './words.js';

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Badges, clocks: what is true of the whole page. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  /** The heading. */
  readonly ref?: Ref<HTMLHeadingElement> | undefined;
}

/**
 * The one `h1` of a screen, what it is about, and what can be done with the whole of it. A new page begins at
 * it for who reads by ear, unless a field has taken the focus already; the window is named after it where it
 * is plain words.
 */
export function PageHeader({ title, lead, marks, actions, ref }: PageHeaderProps) {
  const word = useKitWords();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body)
      heading.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, []);
  const name = word('kit.productName');
  useEffect(() => {
    if (typeof title === 'string') document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <div className="page-header" ref={heading}>
      <div className="page-header-words">
        <h1 tabIndex={-1} ref={ref}>
          {title}
        </h1>
        {marks !== undefined && <div className="page-header-marks">{marks}</div>}
        {lead !== undefined && <p className="page-header-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="button-row">{actions}</div>}
    </div>
  );
}
