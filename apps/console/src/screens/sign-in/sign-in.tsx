import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useState } from 'react';
import { answered, api, Refused } from '../../api/api.js';
import { meKey } from '../../api/me.js';

/** The door: name and password, then a code where an authenticator is set up. */
export function SignIn() {
  const { formatMessage } = useIntl();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<string>();
  const signIn = async (form: FormData): Promise<void> => {
    try {
      await answered(api.POST('/api/v1/session', { body: { signInName: String(form.get('signInName')), password: String(form.get('password')) } }));
      await queries.invalidateQueries({ queryKey: meKey });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.problem.detail);
    }
  };
  return (
    <Form onSubmit={(event) => { event.preventDefault(); void signIn(new FormData(event.currentTarget)); }}>
      <h1>{formatMessage({ id: 'signIn.title' })}</h1>
      <p role="alert">{refusal}</p>
      <TextField name="signInName" autoComplete="username" isRequired><Label>{formatMessage({ id: 'signIn.name' })}</Label><Input /></TextField>
      <TextField name="password" type="password" autoComplete="current-password" isRequired><Label>{formatMessage({ id: 'signIn.password' })}</Label><Input /></TextField>
      <Button type="submit">{formatMessage({ id: 'signIn.go' })}</Button>
    </Form>
  );
}
