import './progress.css';
import { useKitWords } from './words.js';

export interface LoadingProps {
  /** What comes, such as "Agenda"; else just "Loading". */
  readonly label?: string | undefined;
  /** How many lines to keep room for, so that nothing jumps. */
  readonly lines?: number | undefined;
}

/** Keeps the room while something is fetched; shows only after 300 ms, since most answers are faster. */
export function Loading({ label, lines = 3 }: LoadingProps) {
  const word = useKitWords();
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">
        {label === undefined ? word('kit.loading') : word('kit.loadingWhat', { what: label })}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}
