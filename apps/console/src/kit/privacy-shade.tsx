import { useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from './button.js';
import { Icon } from './icons/icon.js';
import './privacy-shade.css';
import { useKitWords } from './words.js';

export interface PrivacyShadeProps {
  readonly isOn: boolean;
  /** The reader pressed the button: nothing else clears it, no key by chance and no Escape. */
  readonly onClear: () => void;
}

/**
 * Covers everything at once: page, dialogs, messages and the window's title. It lies in the browser's top
 * layer, the rest is inert and not painted, and it marks `privacy-shade-covered` for the measure of its 100
 * ms. It takes the focus itself, so a key struck by chance does nothing.
 */
export function PrivacyShade({ isOn, onClear }: PrivacyShadeProps) {
  const word = useKitWords();
  const shade = useRef<HTMLDialogElement>(null);
  const title = word('kit.shade.title');
  useLayoutEffect(() => {
    const dialog = shade.current;
    if (!isOn || dialog === null) return undefined;
    if (!dialog.open) dialog.showModal();
    dialog.focus();
    performance.mark('privacy-shade-covered');
    return () => {
      dialog.close();
    };
  }, [isOn]);
  useEffect(() => {
    if (!isOn) return undefined;
    const before = document.title;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  }, [isOn, title]);
  return (
    <dialog
      className="privacy-shade"
      ref={shade}
      tabIndex={-1}
      aria-labelledby="privacy-shade-title"
      onCancel={(event) => {
        event.preventDefault();
      }}
      // Some browsers close on a second Escape whatever one says: then it opens again.
      onClose={() => {
        if (isOn && shade.current?.open === false) shade.current.showModal();
      }}
    >
      {isOn && (
        <div className="privacy-shade-words">
          <Icon name="hidden" />
          <h2 id="privacy-shade-title">{title}</h2>
          <p>{word('kit.shade.text')}</p>
          <Button variant="primary" size="large" onPress={onClear}>
            {word('kit.shade.clear')}
          </Button>
        </div>
      )}
    </dialog>
  );
}
