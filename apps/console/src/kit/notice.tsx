import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons/icon.js';
import './notice.css';
import { useKitWords, type KitWord } from './words.js';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

export interface NoticeProps {
  readonly children: ReactNode;
  readonly tone?: NoticeTone | undefined;
  readonly title?: ReactNode;
  readonly action?: ReactNode;
  /**
   * `polite` or `assertive` for a notice that appears after something was done; what stands there from the
   * start says nothing.
   */
  readonly says?: 'nothing' | 'polite' | 'assertive' | undefined;
  /** Less room: one line in a form. */
  readonly small?: boolean | undefined;
}

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};
const words: Readonly<Record<NoticeTone, KitWord>> = {
  info: 'kit.notice.info',
  success: 'kit.notice.success',
  warning: 'kit.notice.warning',
  danger: 'kit.notice.danger',
};
const roles = { nothing: undefined, polite: 'status', assertive: 'alert' } as const;

/** A message in the page: its tone is told by icon and a hidden word, never by colour alone. */
export function Notice({
  children,
  tone = 'info',
  title,
  action,
  says = 'nothing',
  small = false,
}: NoticeProps) {
  const word = useKitWords();
  return (
    <div className="notice" data-tone={tone} data-small={small || undefined} role={roles[says]}>
      <Icon name={icons[tone]} />
      <div className="notice-words">
        <span className="visually-hidden">{word(words[tone])} </span>
        {title !== undefined && <p className="notice-title">{title}</p>}
        <div>{children}</div>
        {action !== undefined && <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}
