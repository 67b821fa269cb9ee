import { useEffect, useRef } from 'react';
import './error-summary.css';
import { useKitWords } from './words.js';

interface SummaryError {
  /** The `id` given to the field. */
  readonly fieldId?: string | undefined;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[];
  /** Counts the tries, so that the same errors are read again after the next one. */
  readonly attempt?: number | undefined;
}

/**
 * All errors of a form above it, each leading to its field; takes the focus when they come (GOV.UK's
 * pattern). The same words stand beside the fields.
 */
export function ErrorSummary({ errors, attempt = 0 }: ErrorSummaryProps) {
  const word = useKitWords();
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [attempt, count]);
  if (count === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('kit.errors.title')}</h2>
      <p>{word('kit.errors.lead', { count })}</p>
      <ul className="error-summary-list">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ''} ${error.message}`}>
            {error.fieldId === undefined ? (
              error.message
            ) : (
              <a
                href={`#${error.fieldId}`}
                onClick={(event) => {
                  if (goTo(error.fieldId)) event.preventDefault();
                }}
              >
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Brings a field and its label into view and focuses it: a group by its first control. */
function goTo(id: string | undefined): boolean {
  const field = id === undefined ? null : document.getElementById(id);
  const control = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button');
  if (!control) return false;
  (control.closest('.field') ?? control).scrollIntoView({ block: 'start' });
  control.focus({ preventScroll: true });
  return true;
}
