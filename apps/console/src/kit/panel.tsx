import type { ReactNode } from 'react';
import './layout.css';

export interface PanelProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  /** Beside the title. */
  readonly actions?: ReactNode;
  /** `accent` for the preview of what others will see. */
  readonly tone?: 'normal' | 'accent' | 'quiet' | undefined;
}

/**
 * A framed part of a page. It is found by its heading; as a landmark each would only lengthen the list of
 * landmarks.
 */
export function Panel({ children, title, level = 2, actions, tone = 'normal' }: PanelProps) {
  const Title = `h${level}` as const;
  return (
    <section className="panel" data-tone={tone}>
      {(title !== undefined || actions !== undefined) && (
        <div className="panel-head">
          {title !== undefined && <Title>{title}</Title>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
