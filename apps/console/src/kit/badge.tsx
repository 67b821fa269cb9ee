import type { ReactNode } from 'react';
import type { Stage } from '#domain/vocabulary';
import './badge.css';
import { Icon, type IconName } from './icons/icon.js';
import { useKitWords } from './words.js';

type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: BadgeTone | undefined;
  readonly icon?: IconName | undefined;
}

/** A word or two about a thing. The words say it all; colour and icon only help. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}

const stageLook = {
  screening: ['neutral', 'lock'],
  deidentified: ['info', 'shield'],
  limited: ['warning', 'key'],
  planning: ['info', 'people'],
  intervention: ['info', 'hand'],
  concluded: ['success', 'check'],
  rejected: ['neutral', 'close'],
  returned: ['neutral', 'undo'],
  withdrawn: ['neutral', 'arrowLeft'],
  destroyed: ['neutral', 'remove'],
} as const satisfies Record<Stage, readonly [BadgeTone, IconName]>;

/** Where a situation stands. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const word = useKitWords();
  const [tone, icon] = stageLook[stage];
  return (
    <Badge tone={tone} icon={icon}>
      {word(`kit.stage.${stage}`)}
    </Badge>
  );
}

export interface FilterBadgeProps {
  readonly filter: 1 | 2 | 3 | 4;
  /** Who it is for, such as "your agency only". */
  readonly children?: ReactNode;
}

/** Which filter what stands here has passed, so that everybody knows who may hear it. */
export function FilterBadge({ filter, children }: FilterBadgeProps) {
  const word = useKitWords();
  const tone: BadgeTone = filter === 2 ? 'info' : filter === 1 ? 'neutral' : 'warning';
  return (
    <Badge tone={tone} icon={filter === 2 ? 'shield' : 'lock'}>
      {word('kit.filter.number', { number: filter })}
      {children !== undefined && <> – {children}</>}
    </Badge>
  );
}

/** An agency's name, marked when it is one's own. */
export function AgencyBadge({
  children,
  own = false,
}: {
  readonly children: ReactNode;
  readonly own?: boolean | undefined;
}) {
  return (
    <Badge tone={own ? 'info' : 'neutral'} icon="agency">
      {children}
    </Badge>
  );
}
