(function () {
  'use strict';

  const HEIGHT_OF_LEGEND = 26;
  const POINTS_UP_TO = 40;
  const STEPS_OF_TIME = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400];
  const series = JSON.parse(document.getElementById('series').textContent);
  const holders = Array.from(document.querySelectorAll('[data-chart]'));
  let plots = [];

  const lines = {
    latency: [
      { label: 'p95', column: 'p95_ms', color: '--accent-2' },
      { label: 'average', column: 'avg_ms', color: '--accent', fill: true },
    ],
    throughput: [{ label: 'requests/s', column: 'rps', color: '--accent', fill: true }],
    users: [{ label: 'users', column: 'vus', color: '--accent', fill: true, steps: true }],
    errors: [{ label: 'errors', column: 'error_rate', color: '--bad', fill: true, percent: true }],
  };

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function number(value) {
    const size = Math.abs(value);
    const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
  }

  function clock(seconds) {
    const whole = Math.floor(seconds);
    const two = (part) => String(part).padStart(2, '0');
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor(whole / 60) % 60;
    return (hours ? hours + ':' + two(minutes) : String(minutes)) + ':' + two(whole % 60);
  }

  /* From zero to a little above the highest, so that heights compare and a flat line has a scale. */
  function upwards(plot, low, high) {
    return [0, high > 0 ? high * 1.08 : 1];
  }

  /* All of it from zero, or the part that was zoomed into. */
  function fromTheStart(plot, low, high) {
    const times = series.time_s;
    const all = low === null || (low <= times[0] && high >= times[times.length - 1]);
    return all ? [0, times.length > 1 ? times[times.length - 1] : 2 * times[0] || 1] : [low, high];
  }

  function axis(values, grid) {
    return {
      stroke: color('--muted'),
      font: '12px system-ui, sans-serif',
      grid: grid ? { stroke: color('--rule'), width: 1 } : { show: false },
      ticks: { show: false },
      values: values,
    };
  }

  function wideAsItsLabels(plot, labels) {
    if (!labels) {
      return 40;
    }
    plot.ctx.save();
    plot.ctx.font = plot.axes[1].font[0];
    const widths = labels.map((label) => plot.ctx.measureText(label).width);
    plot.ctx.restore();
    return Math.ceil(Math.max(0, ...widths) / devicePixelRatio) + 14;
  }

  function line(spec) {
    const stroke = color(spec.color);
    return {
      label: spec.label,
      stroke: stroke,
      width: 1.75,
      fill: spec.fill ? stroke + '1f' : undefined,
      paths: spec.steps ? uPlot.paths.stepped({ align: 1 }) : undefined,
      points: { show: series.time_s.length <= POINTS_UP_TO, size: 4, fill: stroke },
      value: (plot, value) => (value === null || value === undefined ? '–' : number(value) + (spec.percent ? ' %' : '')),
    };
  }

  function draw(holder) {
    const specs = lines[holder.dataset.chart];
    const percent = specs.some((spec) => spec.percent);
    const options = {
      width: holder.clientWidth,
      height: holder.clientHeight - HEIGHT_OF_LEGEND,
      padding: [8, 18, 0, 0],
      cursor: { sync: { key: 'time' }, y: false, points: { size: 6 }, drag: { x: true, y: false } },
      scales: { x: { time: false, range: fromTheStart }, y: { range: upwards } },
      axes: [
        Object.assign(axis((plot, ticks) => ticks.map(clock), false), { size: 28, incrs: STEPS_OF_TIME }),
        Object.assign(axis((plot, ticks) => ticks.map((tick) => number(tick) + (percent ? '%' : '')), true), {
          size: wideAsItsLabels,
        }),
      ],
      series: [{ label: 'at', value: (plot, value) => (value === null || value === undefined ? '–' : clock(value)) }].concat(specs.map(line)),
    };
    const data = [series.time_s].concat(
      specs.map((spec) => (spec.percent ? series[spec.column].map((share) => share * 100) : series[spec.column]))
    );
    return new uPlot(options, data, holder);
  }

  function drawAll() {
    plots.forEach((plot) => plot.destroy());
    plots = holders.map(draw);
  }

  function fit() {
    plots.forEach((plot, i) => {
      const width = holders[i].clientWidth;
      if (width > 0 && width !== plot.width) {
        plot.setSize({ width: width, height: plot.height });
      }
    });
  }

  function sortBy(table, column, ascending) {
    const body = table.tBodies[0];
    const key = (row) => {
      const cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
    };
    const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b));
    const rows = Array.from(body.rows).sort((a, b) => compare(key(a), key(b)) * (ascending ? 1 : -1));
    body.append(...rows);
    Array.from(table.tHead.rows[0].cells).forEach((cell, i) => {
      if (i === column) {
        cell.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      } else {
        cell.removeAttribute('aria-sort');
      }
    });
  }

  document.querySelectorAll('table.sortable').forEach((table) => {
    Array.from(table.tHead.rows[0].cells).forEach((cell, column) => {
      const button = cell.querySelector('button');
      button.disabled = false;
      button.addEventListener('click', () => {
        const sorted = cell.getAttribute('aria-sort');
        sortBy(table, column, sorted ? sorted === 'descending' : column === 0);
      });
    });
  });

  /* On paper everything is open; afterwards the page is as it was. */
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('details:not([open])'));
    closed.forEach((details) => { details.open = true; });
  });
  addEventListener('afterprint', () => closed.forEach((details) => { details.open = false; }));

  if (series.time_s.length > 0 && holders.length > 0) {
    drawAll();
    new ResizeObserver(fit).observe(holders[0]);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
    matchMedia('print').addEventListener('change', drawAll);
  }
})();
