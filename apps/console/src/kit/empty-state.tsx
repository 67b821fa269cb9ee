import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons/icon.js';
import './progress.css';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** Why there is nothing, and what would put something here. */
  readonly children?: ReactNode;
  readonly icon?: IconName | undefined;
  readonly action?: ReactNode;
}

/** Says that there is nothing, deliberately, instead of a blank. */
export function EmptyState({ title, children, icon = 'check', action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon name={icon} />
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="text-quiet">{children}</div>}
      {action}
    </div>
  );
}
