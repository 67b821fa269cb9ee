import './progress.css';
import { useKitWords } from './words.js';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far something with a known end has come, in numbers and as a bar. */
export function Progress({ label, done, total }: ProgressProps) {
  const word = useKitWords();
  const said = word('kit.progress', { done, total });
  return (
    <div className="progress">
      <div className="progress-words">
        <span>{label}</span>
        <span className="number">{said}</span>
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={said}
      >
        <span style={{ inlineSize: `${total === 0 ? 0 : Math.min(100, (100 * done) / total)}%` }} />
      </div>
    </div>
  );
}
