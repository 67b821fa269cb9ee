import type { ReactNode } from 'react';
import './layout.css';

export interface PageProps {
  readonly children: ReactNode;
  /** `narrow` for forms and reading. */
  readonly width?: 'normal' | 'narrow' | undefined;
}

/** The inside of a screen: width, margins, and one rhythm between its parts. The shell's `main` lies around it. */
export function Page({ children, width = 'normal' }: PageProps) {
  return (
    <div className="page" data-width={width}>
      {children}
    </div>
  );
}

export interface StackProps {
  readonly children: ReactNode;
  readonly gap?: 'small' | 'normal' | 'large' | undefined;
}

/** Things below each other. */
export function Stack({ children, gap = 'normal' }: StackProps) {
  return (
    <div className="stack" data-gap={gap}>
      {children}
    </div>
  );
}

export interface RowProps extends StackProps {
  readonly align?: 'start' | 'between' | 'end' | undefined;
}

/** Things beside each other, wrapping. */
export function Row({ children, gap = 'normal', align = 'start' }: RowProps) {
  return (
    <div className="row" data-gap={gap} data-align={align}>
      {children}
    </div>
  );
}

export interface SplitLayoutProps {
  readonly list?: ReactNode;
  readonly detail: ReactNode;
  readonly aside?: ReactNode;
  /** The aside stays in view while the detail scrolls. */
  readonly asideSticks?: boolean | undefined;
}

/** List, detail and aside side by side; below each other on a tablet and a phone, in this order. */
export function SplitLayout({ list, detail, aside, asideSticks = false }: SplitLayoutProps) {
  const parts = [list !== undefined && 'list', 'detail', aside !== undefined && 'aside']
    .filter(Boolean)
    .join('-');
  return (
    <div className="split" data-parts={parts}>
      {list !== undefined && <div className="split-list">{list}</div>}
      <div className="split-detail">{detail}</div>
      {aside !== undefined && (
        <div className={asideSticks ? 'split-aside split-sticks' : 'split-aside'}>{aside}</div>
      )}
    </div>
  );
}
