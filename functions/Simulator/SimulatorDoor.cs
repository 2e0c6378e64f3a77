namespace Hotline.Functions.Simulator;

public static class SimulatorDoor
{
    public static void Map(WebApplication app) => app.MapGet("/simulator", () => "");
}
