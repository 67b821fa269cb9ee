import { Button } from './button.js';
import { Icon } from './icons/icon.js';
import './offline-bar.css';
import { useKitWords } from './words.js';

export interface OfflineBarProps {
  readonly isOffline: boolean;
  /** Actions taken that the server has not confirmed. */
  readonly waiting: number;
  readonly onRetry?: (() => void) | undefined;
}

/**
 * Says that the line is lost and how much waits; it covers nothing and blocks nothing. Keep it mounted, so
 * that its coming is read out.
 */
export function OfflineBar({ isOffline, waiting, onRetry }: OfflineBarProps) {
  const word = useKitWords();
  const shows = isOffline || waiting > 0;
  return (
    <div className="offline-bar" role="status" data-shows={shows || undefined}>
      {shows && (
        <>
          <Icon name="offline" />
          <span>{word('kit.offline.waiting', { count: waiting })}</span>
          {onRetry !== undefined && (
            <Button size="small" onPress={onRetry}>
              {word('kit.offline.retry')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
