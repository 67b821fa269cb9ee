import './skip-link.css';
import { useKitWords } from './words.js';

/** The first stop of the keyboard: over the header to the content. The target is `<main id="main" tabIndex={-1}>`. */
export function SkipLink({ target = 'main' }: { readonly target?: string | undefined }) {
  const word = useKitWords();
  return (
    <a
      className="skip-link"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {word('kit.skip')}
    </a>
  );
}
