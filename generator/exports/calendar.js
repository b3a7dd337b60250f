/* A day that follows from another, as playbook/calendar.py has it: tests/calendar.yaml is the truth for both. Days are
   written 2026-11-28 and reckoned in UTC, so that no summer time moves one. */
"use strict";
const calendar = (() => {
  const DAY = 86400000; // milliseconds
  const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
  const said = time => new Date(time).toISOString().slice(0, 10);

  function months(time, amount) {
    const day = new Date(time);
    const count = 12 * day.getUTCFullYear() + day.getUTCMonth() + amount;
    const [year, month] = [Math.floor(count / 12), ((count % 12) + 12) % 12];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Date.UTC(year, month, Math.min(day.getUTCDate(), last));
  }

  /* Days and days of a year, written as they are, stand in the order of time. */
  const within = (day, [first, last]) => first <= day && day <= last;
  const withinYear = (day, [first, last]) => (first <= last ? within(day, [first, last]) : day >= first || day <= last);

  function isOpen(time, shop) {
    const day = said(time);
    return (
      shop.open.includes(WEEKDAYS[new Date(time).getUTCDay()]) &&
      !shop.closed.some(days => within(day, days)) &&
      !shop.yearly.some(days => withinYear(day.slice(5), days))
    );
  }

  function workingDays(time, amount, shop) {
    const step = amount < 0 ? -DAY : DAY;
    for (let left = Math.abs(amount); left; ) {
      time += step;
      if (isOpen(time, shop)) left--;
    }
    return time;
  }

  const COUNTED = {
    day: (time, amount) => time + amount * DAY,
    week: (time, amount) => time + 7 * amount * DAY,
    month: months,
    year: (time, amount) => months(time, 12 * amount),
    working_day: workingDays,
  };
  /* The day `amount` units after `start`, before it if negative; nothing where there is no start. `shop` says on which
     weekdays it is open, and its ranges of days on which it is closed all the same, of one year and of every year. */
  /* The day a supply ends that is begun on `start`: see used_up in playbook/calendar.py. What is not known is 0. */
  function usedUp(start, { lasts, number, holds, daily }) {
    const pieces = Math.max(1, number);
    if (!start || !((holds > 0 && daily > 0) || lasts > 0)) return "";
    const days = holds > 0 && daily > 0 ? Number(((holds * pieces) / daily).toFixed(6)) : lasts * pieces;
    return said(Date.parse(`${start}T00:00:00Z`) + Math.floor(days) * DAY);
  }

  return {
    usedUp,
    reckoned: (start, amount, unit, shop) =>
      start ? said(COUNTED[unit](Date.parse(`${start}T00:00:00Z`), amount, shop)) : "",
  };
})();
