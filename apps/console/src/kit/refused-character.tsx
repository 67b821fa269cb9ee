import { findRefusedCharacter, withoutRefusedCharacters } from '#domain/text';
import { Button } from './button.js';
import { useKitWords } from './words.js';

/**
 * What is wrong with the characters of a field's value, as the field's error; undefined for a text that can
 * be kept.
 */
export function useRefusedCharacter(value: string): string | undefined {
  const word = useKitWords();
  const found = findRefusedCharacter(value);
  return found && word('kit.text.refused', { place: found.place, character: found.character });
}

/**
 * Removes what cannot be seen and cannot be kept, for a person who would not find it. Nothing for a text that
 * can be kept.
 */
export function RemoveRefused({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const word = useKitWords();
  if (findRefusedCharacter(value) === undefined) return null;
  return (
    <Button
      size="small"
      icon="close"
      onPress={() => {
        onChange(withoutRefusedCharacters(value));
      }}
    >
      {word('kit.text.removeRefused')}
    </Button>
  );
}
