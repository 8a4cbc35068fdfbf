// Glue between the chart component (app/src/charts/browser.rs) and ECharts, which is loaded only when a chart is drawn.
// "var(--x)" in an option is a custom property of the chart's element.

let library;

export function open(element) {
    const chart = { element };
    library ??= import('/vendor/echarts/echarts.esm.min.mjs');
    library.then((echarts) => {
        if (chart.closed) return;
        chart.drawn = echarts.init(element, null, { renderer: 'svg' });
        chart.resizes = new ResizeObserver(() => chart.drawn.resize());
        chart.resizes.observe(element);
        if (chart.text) draw(chart, chart.text);
        element.dataset.state = 'on';
    }).catch(() => { element.dataset.state = 'off'; });
    return chart;
}

export function draw(chart, text) {
    chart.text = text;
    const css = getComputedStyle(chart.element);
    const value = (_, name) => css.getPropertyValue(name).trim().replace(/"/g, "'");
    const option = JSON.parse(text.replace(/var\((--[\w-]+)\)/g, value));
    // Times come as the city's wall clock written as UTC.
    option.useUTC = true;
    option.textStyle = { fontFamily: css.fontFamily };
    chart.drawn?.setOption(option, { replaceMerge: ['series'] });
}

export function close(chart) {
    chart.closed = true;
    chart.resizes?.disconnect();
    chart.drawn?.dispose();
}
