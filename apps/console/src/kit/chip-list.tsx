import { useRef } from 'react';
import './chip-list.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

export interface Chip {
  readonly id: string;
  readonly label: string;
  /** Its kind, such as "Study flag", where kinds are mixed. */
  readonly tag?: string | undefined;
}

export interface ChipListProps {
  /** What the chips are, for assistive technology: "Chosen risk factors". */
  readonly label: string;
  readonly chips: readonly Chip[];
  /** Without it the chips only show. */
  readonly onRemove?: ((id: string) => void) | undefined;
  /** Where the focus goes when the last one is gone, such as the search field. */
  readonly onEmptied?: (() => void) | undefined;
}

/** What was chosen, each with a button that takes it out; focus then stays in the list. */
export function ChipList({ label, chips, onRemove, onEmptied }: ChipListProps) {
  const word = useKitWords();
  const list = useRef<HTMLUListElement>(null);
  const remove = (chip: Chip, place: number): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[place + 1] ?? buttons[place - 1])?.focus();
    onRemove?.(chip.id);
    if (chips.length === 1) onEmptied?.();
  };
  if (chips.length === 0) return null;
  return (
    <ul className="chip-list" aria-label={label} ref={list}>
      {chips.map((chip, place) => (
        <li key={chip.id} className="chip">
          <span>
            {chip.tag !== undefined && (
              <span className="chip-tag">{word('kit.chips.tagged', { tag: chip.tag })}</span>
            )}
            {chip.label}
          </span>
          {onRemove !== undefined && (
            <button
              type="button"
              className="chip-remove"
              aria-label={word('kit.chips.remove', { label: chip.label })}
              onClick={() => {
                remove(chip, place);
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
