import { useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { Field, useField, type FieldProps } from './field.js';
import { Icon } from './icons/icon.js';
import { SearchBrowse } from './search-browse.js';
import './search-list.css';
import { useKitWords } from './words.js';
import { SearchHit, SearchGroup } from './search-hit.js';

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** What was searched instead, where nothing matched what was typed. */
  readonly corrected: string | null;
}

const listKeys = new Set([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Enter',
  'Escape',
  'Tab',
]);

export interface SearchListProps extends FieldProps {
  /** Asked at each key: best first, as many as shall show. `vocabularySearch` answers so. */
  readonly search: (typed: string) => SearchAnswer;
  readonly onChoose: (id: string) => void;
  /** Backspace in the empty field: takes out the last one chosen. */
  readonly onBackspace?: (() => void) | undefined;
  /** All there is, by group, for who does not find the word. */
  readonly browse?: readonly SearchGroup[] | undefined;
  /** Marked as chosen already. */
  readonly chosen?: readonly string[] | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * A search box with its hits below it, in the page and not over it: a pop-over hides the rest of the page
 * from assistive technology while it is open. Enter adds the first hit and the box is ready for the next.
 */
export function SearchList(props: SearchListProps) {
  const {
    label,
    hint,
    error,
    optional,
    required,
    disabled,
    hideLabel,
    name,
    search,
    onChoose,
    onBackspace,
    browse,
    chosen = [],
    autoFocus,
    ref,
  } = props;
  const word = useKitWords();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const ids = useField(props);
  const answer = typed.trim() === '' ? { hits: [], corrected: null } : search(typed);
  const choose = (hit: SearchHit): void => {
    onChoose(hit.id);
    setTyped('');
    setSaid(word('kit.search.chosen', { label: hit.label }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && typed === '') onBackspace?.();
    // The list repeats at the option whatever it is told: a letter would be a second key press to a screen
    // with keys of its own, and Ctrl+Enter ("send the form") would add a hit as well. So it is told of its
    // own keys alone.
    if (event.ctrlKey || event.metaKey || event.altKey || !listKeys.has(event.key)) event.stopPropagation();
    else if (event.key === 'Enter' && typed.trim() === '') event.preventDefault();
    else if (
      event.key === 'Enter' &&
      answer.hits[0] !== undefined &&
      box.current?.querySelector('[aria-activedescendant]') === null
    ) {
      // Struck before the list has marked its first hit: a quick typist must not lose it.
      event.preventDefault();
      event.stopPropagation();
      choose(answer.hits[0]);
    }
  };
  const counted =
    typed.trim() === ''
      ? said
      : `${word('kit.search.count', { count: answer.hits.length })} ${answer.corrected === null ? '' : word('kit.search.corrected', { typed, corrected: answer.corrected })}`;
  return (
    <Field ids={ids} label={label} hint={hint} error={error} optional={optional} hideLabel={hideLabel}>
      <div className="search-list" ref={box} onKeyDownCapture={onKey}>
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          <SearchField
            id={ids.id}
            aria-labelledby={`${ids.id}-label`}
            className="search-list-field"
            isRequired={required === true}
            validationBehavior="aria"
            {...(ids.describedBy === undefined ? {} : { 'aria-describedby': ids.describedBy })}
            {...(name === undefined ? {} : { name })}
            {...(disabled === undefined ? {} : { isDisabled: disabled })}
            isInvalid={error !== undefined}
            autoFocus={autoFocus === true}
          >
            <Icon name="search" />
            <Input className="input" ref={ref} />
            {typed !== '' && (
              <button
                type="button"
                className="search-list-clear"
                aria-label={word('kit.search.clear')}
                onClick={() => {
                  setTyped('');
                  box.current?.querySelector('input')?.focus();
                }}
              >
                <Icon name="close" />
              </button>
            )}
          </SearchField>
          {answer.corrected !== null && answer.hits.length > 0 && (
            <p className="text-small">
              {word('kit.search.corrected', { typed, corrected: answer.corrected })}
            </p>
          )}
          {answer.hits.length > 0 && (
            <ListBox
              id={listId}
              aria-label={word('kit.search.results')}
              className="search-list-hits"
              items={answer.hits}
              dependencies={[chosen]}
              onAction={(key) => {
                const hit = answer.hits.find((each) => each.id === key);
                if (hit) choose(hit);
              }}
            >
              {(hit) => <Hit hit={hit} isChosen={chosen.includes(hit.id)} />}
            </ListBox>
          )}
        </Autocomplete>
        {typed.trim() !== '' && answer.hits.length === 0 && (
          <p className="search-list-none">{word('kit.search.nothing', { typed })}</p>
        )}
        {browse !== undefined && (
          <SearchBrowse
            groups={browse}
            chosen={chosen}
            onChoose={choose}
            isOffered={typed.trim() === '' || answer.hits.length === 0}
          />
        )}
        <span className="visually-hidden" role="status">
          {counted}
        </span>
      </div>
    </Field>
  );
}

function Hit({ hit, isChosen }: { readonly hit: SearchHit; readonly isChosen: boolean }) {
  const name = [hit.group, hit.label].filter((part) => part !== undefined).join(' – ');
  // The definition is drawn by the style sheet: it is seen and read as the description, and the option's text
  // is its name and no more (WCAG 2.5.3).
  return (
    <ListBoxItem id={hit.id} textValue={name} className="search-list-hit" data-chosen={isChosen || undefined}>
      <Text slot="label" className="search-list-name">
        <span>
          {hit.group !== undefined && <strong>{hit.group} – </strong>}
          {hit.label}
          {isChosen && <Icon name="check" />}
        </span>{' '}
        {hit.tag !== undefined && <span className="search-list-tag">{hit.tag}</span>}
      </Text>
      {hit.definition !== undefined && (
        <Text slot="description" className="search-list-definition" data-definition={hit.definition} />
      )}
    </ListBoxItem>
  );
}
