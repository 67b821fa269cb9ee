import { useState } from 'react';
import { Button } from './button.js';
import { TextField, type TextFieldProps } from './text-field.js';
import { useKitWords } from './words.js';

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'after' | 'autoComplete'> & {
  readonly autoComplete: 'new-password' | 'current-password';
};

/** A password that may be looked at while it is typed: fewer are mistyped, and longer ones are chosen. */
export function PasswordField(props: PasswordFieldProps) {
  const word = useKitWords();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      after={
        <Button
          icon={isShown ? 'hidden' : 'eye'}
          iconOnly
          pressed={isShown}
          onPress={() => {
            setShown(!isShown);
          }}
        >
          {word('kit.password.show')}
        </Button>
      }
    />
  );
}
