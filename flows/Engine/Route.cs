namespace Hotline.Flows.Engine;

/// <summary>Whose a text is. In this order; <see cref="Router"/> has the conditions.</summary>
public enum Route { Word, Session, Receipt, Campaign, Tips, Courtesy, Question, Story, Nothing }
