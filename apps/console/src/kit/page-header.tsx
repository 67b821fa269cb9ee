import type { ReactNode, Ref } from 'react';
import './layout.css';

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** Badges, clocks: what is true of the whole page. */
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  /** The heading, which the shell focuses after a change of page. */
  readonly ref?: Ref<HTMLHeadingElement> | undefined;
}

/** The one `h1` of a screen, what it is about, and what can be done with the whole of it. */
export function PageHeader({ title, lead, marks, actions, ref }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className="page-header-words">
        <h1 tabIndex={-1} ref={ref}>{title}</h1>
        {marks !== undefined && <div className="page-header-marks">{marks}</div>}
        {lead !== undefined && <p className="page-header-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="button-row">{actions}</div>}
    </div>
  );
}
