import { Navigate } from '@tanstack/react-router';
import { useSeat } from '../../api/me.js';
import { partsOf, paths } from './parts.js';

/** The address without a part leads to the first one of this seat. */
export function Administration() {
  const [first] = partsOf(useSeat()?.persona);
  return first === undefined ? null : <Navigate to={paths[first]} replace />;
}
