/** Commands on to-dos, which belong to no lead's record. */
import { send } from './api.js';

/** @param {{leadId: ?string, assigneeId: ?string, text: string, dueAt: ?string}} body @param {string} about */
export const addToDo = (body, about) => send({ method: 'POST', path: '/todos', body: body.dueAt ? body : { ...body, dueAt: undefined }, about });

/** @param {object} todo as it is shown @param {object} changes */
export const changeToDo = (todo, changes) => send({ method: 'PATCH', path: `/todos/${encodeURIComponent(todo.id)}`, body: changes, etag: `"${todo.version}"`, about: todo.text });
