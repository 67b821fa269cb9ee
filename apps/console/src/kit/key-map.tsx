import { Dialog } from './dialog.js';
import { KeyHint } from './key-hint.js';
import './key-map.css';
import { useKitWords } from './words.js';

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

export interface KeyMapProps {
  readonly groups: readonly KeyGroup[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All keys of a screen, opened by `?`. */
export function KeyMap({ groups, isOpen, onClose }: KeyMapProps) {
  const word = useKitWords();
  return (
    <Dialog title={word('kit.keys')} isOpen={isOpen} onClose={onClose}>
      {groups.map((group) => (
        <table key={group.title} className="key-map">
          <caption>{group.title}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{word('kit.keys.key')}</th>
              <th scope="col">{word('kit.keys.does')}</th>
            </tr>
          </thead>
          <tbody>
            {group.keys.map((each) => (
              <tr key={each.keys}>
                <th scope="row">
                  <span className="visually-hidden">{each.keys}</span>
                  <KeyHint keys={each.keys} />
                </th>
                <td>{each.does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Dialog>
  );
}
