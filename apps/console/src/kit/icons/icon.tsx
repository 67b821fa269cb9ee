import './icon.css';
import { paths, type IconName } from './paths.js';

export type { IconName } from './paths.js';

export interface IconProps {
  readonly name: IconName;
}

/**
 * A drawing beside words, never instead of them: it is hidden from assistive technology. Sized by the text
 * around it.
 */
export function Icon({ name }: IconProps) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
