import { useId, useState } from 'react';
import { Button } from './button.js';
import { Disclosure } from './disclosure.js';
import { Icon } from './icons/icon.js';
import type { SearchGroup, SearchHit } from './search-hit.js';
import { useKitWords } from './words.js';

interface SearchBrowseProps {
  readonly groups: readonly SearchGroup[];
  readonly chosen: readonly string[];
  readonly onChoose: (hit: SearchHit) => void;
  readonly isOffered: boolean;
}

/** All there is, group by group, for who does not find the word: opens below a `SearchList`. */
export function SearchBrowse({ groups, chosen, onChoose, isOffered }: SearchBrowseProps) {
  const word = useKitWords();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  if (!isOffered) return null;
  return (
    <div className="search-list-browse">
      <Button
        variant="quiet"
        size="small"
        icon={isOpen ? 'chevronUp' : 'chevronDown'}
        onPress={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? word('kit.search.browseEnd') : word('kit.search.browse', { count: groups.length })}
      </Button>
      {isOpen &&
        groups.map((group) => (
          <Disclosure key={group.id} title={`${group.label} (${group.hits.length})`}>
            {group.hits.map((hit) => (
              <div key={hit.id}>
                <button
                  type="button"
                  className="search-list-pick"
                  aria-pressed={chosen.includes(hit.id)}
                  aria-describedby={hit.definition === undefined ? undefined : `${listId}-${hit.id}`}
                  onClick={() => {
                    onChoose(hit);
                  }}
                >
                  <Icon name={chosen.includes(hit.id) ? 'check' : 'add'} /> {hit.label}
                </button>
                {hit.definition !== undefined && (
                  <p className="search-list-definition" id={`${listId}-${hit.id}`}>
                    {hit.definition}
                  </p>
                )}
              </div>
            ))}
          </Disclosure>
        ))}
    </div>
  );
}
