import { Navigate } from '@tanstack/react-router';
import { useSeat } from '../../api/me.js';
import { navigationOf } from '../../shared/navigation.js';

/** Each persona lands on the first line of its menu. */
export function Home() {
  const seat = useSeat();
  const first = seat === undefined ? undefined : navigationOf(seat.persona)[0];
  return first === undefined ? null : <Navigate to={first.path} replace />;
}
