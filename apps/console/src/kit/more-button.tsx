import { Button } from './button.js';
import './skip-link.css';
import { useKitWords } from './words.js';

export interface MoreButtonProps {
  /** The page has a further one: the API's `next` cursor is not null. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly pending?: boolean | undefined;
  readonly shown?: number | undefined;
  /** Where the API counts. */
  readonly total?: number | undefined;
}

/**
 * Brings the next page of a list by a press, never by scrolling: the footer stays reachable, and the place in
 * the list is kept.
 */
export function MoreButton({ hasMore, onMore, pending, shown, total }: MoreButtonProps) {
  const word = useKitWords();
  if (!hasMore) return null;
  return (
    <div className="more-button">
      <Button onPress={onMore} pending={pending} icon="chevronDown">
        {shown === undefined || total === undefined ? word('kit.more') : word('kit.moreOf', { shown, total })}
      </Button>
    </div>
  );
}
